"""What stands between the packages that project files import and the engine."""
