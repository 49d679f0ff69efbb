/** MySQL and MariaDB: connections, and what their driver tells of types. */
package io.dtkspark.source.mysql;
