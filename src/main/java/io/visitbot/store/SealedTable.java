package io.visitbot.store;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose column {@code body} is sealed.
 *
 * @param key the name of its key
 * @param also what else is set when a body is sealed anew, as it goes on in SQL
 */
record SealedTable(String name, String key, String also) {

    /** Some rows beyond {@code from} whose body does not begin with {@code mark}, in the order of their keys. */
    List<Row> others(JdbcClient jdbc, String mark, String from, int most, String lock) {
        return jdbc.sql("select " + key + ", body from " + name + " where " + key
                + " > :from and substr(body, 1, :length) <> :mark order by " + key + " limit :most" + lock)
                .param("from", from).param("length", mark.length()).param("mark", mark).param("most", most)
                .query((row, number) -> new Row(row.getString(1), row.getString(2))).list();
    }

    void write(JdbcClient jdbc, String id, String body) {
        jdbc.sql("update " + name + " set body = :body" + also + " where " + key + " = :id").param("body", body)
                .param("id", id).update();
    }

    /** One of its rows. */
    record Row(String id, String body) {
    }
}
