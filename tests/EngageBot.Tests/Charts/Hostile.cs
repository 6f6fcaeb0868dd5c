using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Charts;

/// <summary>Names as the worst of strangers would choose them.</summary>
internal static class Hostile
{
    public static readonly string[] Fragments =
    [
        "<script>alert(1)</script>", "\" onload=\"alert(1)", "' onclick='x", "]]>", "<!--", "-->", "&amp;", "&#0;", "<svg onload=x>", "</title>", "</text></svg>",
        "\0", "\u0001", "\u001b[31m", "\u0085", "\ud800", "\udc00", "\ufffe", "\uffff", "\ufeff", "\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u2028",
        "משה", "سارة", "王小明", "さくら", "👩🏽‍💻", "👨‍👩‍👧‍👦", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "é", "e\u0301", "Z̷̢̛͙͔̲̎̋a̵̡̛͕͗l̶͚̈́g̴̛̱o", "ﷺ", "\n", "\t", "  ", "```", "@everyone", "ada", "{0}", "%s", "url(#x)", "javascript:x",
        new string('x', 300), "\U0001fffe", "\u0300\u0301",
    ];

    public static Arbitrary<string> Names { get; } = Gen.OneOf(
        Gen.Elements(Fragments),
        Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts)),
        Gen.Choose(0, char.MaxValue).Select(code => (char)code).ArrayOf().Select(characters => new string(characters))).ToArbitrary();
}
