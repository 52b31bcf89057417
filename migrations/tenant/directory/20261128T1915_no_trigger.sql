-- A region holds no trigger (a region may stand on a sharded server, which refuses them): whoever writes streets counts the version itself.
drop trigger street_dictionary_changed on house_street;

drop function street_dictionary_changed();
