"""What you type: read the arguments, call one verb or one question, show the answer."""
