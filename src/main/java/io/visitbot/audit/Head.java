package io.visitbot.audit;

/**
 * Where the chain begins and where it ends.
 *
 * @param first the number of the oldest entry that is kept
 * @param before the hash of the entry before that one, which may have been purged
 * @param last the number of the newest entry; {@code first - 1} where there is none
 * @param hash the hash of the newest entry, or {@code before}
 */
public record Head(long first, String before, long last, String hash) {

    /** The chain that holds nothing yet. */
    public static final Head NONE = new Head(1, Chain.BEGINNING, 0, Chain.BEGINNING);

    public long count() {
        return last - first + 1;
    }

    /** The same, one entry longer. */
    public Head with(Entry entry) {
        return new Head(first, before, entry.number(), entry.hash());
    }

    /** The same, without what stands before this entry; {@code hash} is that of the last one left out. */
    public Head from(long number, String hash) {
        return new Head(number, hash, last, this.hash);
    }

    /** For people: how many, such as {@code 1 entry}. */
    public static String entries(long count) {
        return count + (count == 1 ? " entry" : " entries");
    }

    /** For people: written down elsewhere, it shows later whether the end was cut off or everything was written anew. */
    public String words() {
        return entries(count()) + ", the last is number " + last + " with hash " + hash;
    }
}
