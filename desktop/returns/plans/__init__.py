"""How tables are read, said as data: recognised, proposed, corrected, learned."""
