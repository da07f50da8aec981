package io.visitbot.webex;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import io.visitbot.platform.ApiException;

/** Reads Webex's answers as JSON, whatever type they say they are of: proxies lose it. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {
    }

    /** What is not JSON is an error; nothing at all is a missing node. */
    static Mono<JsonNode> read(ClientResponse response) {
        return Mono.defer(() -> response.bodyToMono(String.class)).<JsonNode>map(JSON::readTree)
                .defaultIfEmpty(MissingNode.getInstance())
                .onErrorMap(InvalidMediaTypeException.class, _ -> unreadable());
    }

    /** What can't be read, or is cut, is a missing node. */
    static Mono<JsonNode> readIfReadable(ClientResponse response) {
        return read(response).onErrorReturn(MissingNode.getInstance());
    }

    static ApiException unreadable() {
        return ApiException.of(WebexClient.API, ApiException.Kind.UNREADABLE).build();
    }
}
