"""WordPress: its posts become dramas or plain pages, its attachments pictures."""
