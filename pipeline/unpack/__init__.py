"""Archives and mails to the files in them. `nest` opens them; `names` and `heads` load nothing and serve everybody."""
