"""Machines, their codes and labels, and service kits."""
