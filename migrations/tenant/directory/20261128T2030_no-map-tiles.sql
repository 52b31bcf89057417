-- The address of map tiles was a setting nobody read: a stored one would be refused by the schema.
update setting set value = value - 'tilesUrl' where module = 'directory' and value ? 'tilesUrl';
