"""The colours of night over a town: sky from the top down, and lamps."""

NIGHTS = (
    ("#0a1030", "#1f2a63", "#5a3a78", "#c06a7e"),
    ("#061724", "#12384d", "#2f6b78", "#d9a066"),
    ("#120a26", "#352058", "#7a2f6b", "#e07a5a"),
)
LAMP = "#ffd48a"
