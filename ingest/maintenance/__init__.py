"""What is done to briefings on file: completed, corrected, restored, pruned, cut anew for another encoder."""
