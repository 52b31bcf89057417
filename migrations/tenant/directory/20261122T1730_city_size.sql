-- How many houses the register knows in a street's city: of two equal answers the bigger city comes first.
alter table house_street add column city_houses integer not null default 0;
