"""Working as a team without a terminal: handing in, bringing hand-ins together, handing articles out."""
