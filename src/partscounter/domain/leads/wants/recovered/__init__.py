"""What wants have brought in."""

from partscounter.domain.leads.wants.recovered.count import Recovered, count_recovered

__all__ = ["Recovered", "count_recovered"]
