using System.Text.RegularExpressions;
using EngageBot.Texts;
using EngageBot.Tests.Architecture;

namespace EngageBot.Tests.Texts;

/// <summary>Every text is there in every language, and says there what it says in English.</summary>
public sealed partial class TextBookTests
{
    private static readonly TextBook English = TextBook.In(TextBook.DefaultLanguage);

    public static TheoryData<string> Others => [.. TextBook.Languages.Where(language => language != TextBook.DefaultLanguage)];

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("pt_BR", "pt")]
    [InlineData("tlh", "en")]
    [InlineData(null, "en")]
    public void A_language_is_found_by_how_platforms_write_it(string? written, string language) =>
        Assert.Equal(TextBook.Languages.Contains(language) ? language : "en", TextBook.In(written).Language);

    [Fact]
    public void A_placeholder_takes_its_value_as_it_is() =>
        Assert.Contains("until {date}.", English.Of("pause.on", ("date", "{date}")), StringComparison.Ordinal);

    [Fact]
    public void A_placeholder_without_a_value_is_a_bug() => Assert.Throws<ArgumentException>(() => English.Of("pause.on"));

    [Fact]
    public void Every_text_that_the_code_names_is_there()
    {
        var named = Repository.AllFiles()
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .ToList();

        Assert.Contains("pause.on", named);
        Assert.Empty(named.Except(English.Names));
    }

    [Theory, MemberData(nameof(Others))]
    public void Each_language_has_every_text_with_its_placeholders_and_in_other_words(string language)
    {
        var book = TextBook.In(language);
        Assert.Equal(English.Names.Order(StringComparer.Ordinal), book.Names.Order(StringComparer.Ordinal));
        foreach (var name in English.Names)
        {
            Assert.Equal(PlaceholdersOf(English[name]), PlaceholdersOf(book[name]));
            Assert.True(English[name] != book[name], $"{language}: {name} is as in English");
        }
    }

    private static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\btexts(\[|\.Of\()""(?<name>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();
}
