"""What left the counter, and why or why not: mails, pushed orders, and jobs that were given up."""
