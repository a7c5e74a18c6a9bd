#!/bin/sh
# How do Temporal's two databases get and keep their schema? Safe to run at every start: what is there is left alone.
set -eu

prepare() {
  database=$1
  schema=$2
  sql="temporal-sql-tool --plugin postgres12 --ep $SQL_HOST -p $SQL_PORT -u $SQL_USER --db $database"
  $sql create
  $sql setup-schema -v 0.0
  $sql update-schema -d "/etc/temporal/schema/postgresql/v12/$schema/versioned"
}

prepare temporal temporal
prepare temporal_visibility visibility
