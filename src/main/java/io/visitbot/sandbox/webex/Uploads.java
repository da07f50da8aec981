package io.visitbot.sandbox.webex;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.visitbot.sandbox.journal.Journal;

/** Takes messages that bring a file, as {@code multipart/form-data}, and gives their files out. Webex takes 100 MB, we what any request may have. */
public final class Uploads {

    private static final String FILES = "files";
    private static final Set<String> FIELDS = Set.of("roomId", "toPersonId", "toPersonEmail", "parentId", "text",
            "markdown");

    private final MessageRequests requests;
    private final Journal journal;

    Uploads(MessageRequests requests, Journal journal) {
        this.requests = requests;
        this.journal = journal;
    }

    static boolean isMultipart(ServerRequest request) {
        return request.headers().contentType().filter(MediaType.MULTIPART_FORM_DATA::isCompatibleWith).isPresent();
    }

    /** As a download, under its own name. */
    public static Mono<ServerResponse> download(Message.Upload file) {
        return ServerResponse.ok().contentType(MediaType.parseMediaType(file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name()).build().toString())
                .body(BodyInserters.fromResource(file.content()));
    }

    Mono<Messages.Draft> draft(ServerRequest request, Person author) {
        return request.body(BodyExtractors.toMultipartData())
                .onErrorMap(_ -> Refusal.badRequest("The body is not valid multipart/form-data."))
                .flatMap(parts -> read(only(parts)).map(file -> requests.draft(fields(parts), author).with(file)));
    }

    private static FilePart only(MultiValueMap<String, Part> parts) {
        List<Part> files = parts.getOrDefault(FILES, List.of());
        if (files.size() != 1 || !(files.getFirst() instanceof FilePart file) || file.filename().isBlank()) {
            throw Refusal.badRequest("Give exactly one part files, with a filename.");
        }
        return file;
    }

    private static ObjectNode fields(MultiValueMap<String, Part> parts) {
        ObjectNode fields = JsonMapper.shared().createObjectNode();
        for (Map.Entry<String, List<Part>> entry : parts.entrySet()) {
            if (entry.getKey().equals(FILES)) {
                continue;
            }
            if (!FIELDS.contains(entry.getKey()) || entry.getValue().size() != 1
                    || !(entry.getValue().getFirst() instanceof FormFieldPart field)) {
                throw Refusal.badRequest("The part " + entry.getKey() + " is not known here, or given twice.");
            }
            fields.put(entry.getKey(), field.value());
        }
        return fields;
    }

    private Mono<Message.Upload> read(FilePart file) {
        return DataBufferUtils.join(file.content()).map(Uploads::bytes).defaultIfEmpty(new byte[0])
                .map(bytes -> upload(file, bytes));
    }

    private Message.Upload upload(FilePart file, byte[] bytes) {
        String id = WebexId.of("CONTENT", journal.ids().get());
        MediaType type = file.headers().getContentType();
        return new Message.Upload(id, journal.home().get() + "/v1/contents/" + id, file.filename(),
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type.toString(),
                new ByteArrayResource(bytes));
    }

    private static byte[] bytes(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }
}
