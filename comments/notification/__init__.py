"""Mail to visitors: asked for with a reply, confirmed from the mailbox, ended from any mail."""
