package io.visitbot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections that PostgreSQL gives up within 15 seconds when our machine is gone, and within a minute when our process
 * stands still in a transaction, with all that they have locked: by itself it would wait for two hours, and nobody else
 * could start a visit. They are set one by one, since a pooler may refuse them as options of the connection.
 */
final class ServerSource extends DriverManagerDataSource {

    private static final String GIVEN_UP = """
            set tcp_keepalives_idle = 5;
            set tcp_keepalives_interval = 2;
            set tcp_keepalives_count = 3;
            set tcp_user_timeout = '15s';
            set idle_in_transaction_session_timeout = '60s'""";

    ServerSource(String url, Properties properties) {
        super(url, properties);
    }

    @Override
    protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
        Connection connection = super.getConnectionFromDriver(properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute(GIVEN_UP);
            return connection;
        } catch (SQLException cut) {
            connection.close();
            throw cut;
        }
    }
}
