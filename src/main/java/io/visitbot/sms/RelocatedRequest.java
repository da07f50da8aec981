package io.visitbot.sms;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

import com.twilio.http.Request;

/** A request of the SDK's with another address and token: the SDK itself knows Twilio's own, and the token of its start. */
class RelocatedRequest extends Request {

    private final Request original;
    private final URI base;
    private final String credentials;

    /** @param credentials what the request signs in with */
    RelocatedRequest(Request original, URI base, String credentials) {
        super(original.getMethod(), original.getUrl());
        this.original = original;
        this.base = base;
        this.credentials = credentials;
        setContentType(original.getContentType());
        setBody(original.getBody());
        setUserAgentExtensions(original.getUserAgentExtensions());
        original.getPostParams().forEach((name, values) -> values.forEach(value -> addPostParam(name, value)));
        original.getHeaderParams().forEach((name, values) -> values.forEach(value -> addHeaderParam(name, value)));
    }

    @Override
    public URL constructURL() {
        try {
            return URI.create(base + original.constructURL().getFile()).toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("no address: " + base.getScheme(), impossible);
        }
    }

    @Override
    public boolean requiresAuthentication() {
        return original.requiresAuthentication();
    }

    @Override
    public String getAuthString() {
        return credentials;
    }
}
