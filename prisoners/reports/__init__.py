"""Answers and figures for people outside."""
