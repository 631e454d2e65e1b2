"""Whole units: the vehicles and machines that items were taken off."""

from partscounter.domain.inventory.vehicles.lookup import find_vehicle, list_vehicles, load_vehicles
from partscounter.domain.inventory.vehicles.put import hold_vehicles, put_vehicles
from partscounter.domain.inventory.vehicles.vehicle import Vehicle

__all__ = ["Vehicle", "find_vehicle", "hold_vehicles", "list_vehicles", "load_vehicles", "put_vehicles"]
