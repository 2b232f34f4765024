"""What happens to the register: verbs, each atomic, each recorded with who, when and why."""
