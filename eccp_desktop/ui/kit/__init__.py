"""The parts that every page is made of; the tests' gallery shows them all."""
