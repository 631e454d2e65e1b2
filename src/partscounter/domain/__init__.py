"""What a parts counter is and does. One folder for each concept; inside it nouns, SQL (`tables`, `store`) and verbs."""
