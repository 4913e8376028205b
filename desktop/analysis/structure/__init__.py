"""What made the total grow: shares, contributions, prices and volumes, concentration, balance."""
