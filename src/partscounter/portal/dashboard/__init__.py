"""The first page of the portal: what needs somebody's eyes now."""
