"""Papers that come twice: the same text in two formats, a revised version, last year's paper sent again."""
