"""Charts that Word and PowerPoint draw and can edit, each with its figures in a sheet inside."""
