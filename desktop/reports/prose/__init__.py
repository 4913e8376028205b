"""What a report says in sentences, whatever the form it goes out in."""
