"""What a text says, whatever is asked: days, goods, acts, measures, turns of a transcript."""
