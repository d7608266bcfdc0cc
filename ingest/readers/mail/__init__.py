"""Mail saved as a file (.eml): what its writer says, apart from what is quoted and signed."""
