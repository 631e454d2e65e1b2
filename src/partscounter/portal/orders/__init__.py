"""The order desk: the queue of orders, each order with its whole history, and what is done with it."""
