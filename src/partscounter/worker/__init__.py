"""What is done after the answer has left: one file for each kind of job."""
