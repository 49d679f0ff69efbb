/** State in MySQL and MariaDB: SQL that both understand, and LOAD DATA LOCAL. */
package io.dtkspark.store.mysql;
