"""The queue of the order desk: which orders need something to be done, and how many of each kind there are."""

from partscounter.domain.orders.queue.list_queue import count_ages, count_works, list_queue
from partscounter.domain.orders.queue.queue_filter import AGES, QueueFilter, Work

__all__ = ["AGES", "QueueFilter", "Work", "count_ages", "count_works", "list_queue"]
