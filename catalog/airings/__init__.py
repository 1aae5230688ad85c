"""What airs when: episodes by their air dates, and dramas that begin or end on a known day.

``rows`` finds what airs, ``words`` says it without giving anything away, ``month`` and
``day`` make the pages of the calendar, ``ics`` the files to subscribe to.
"""
