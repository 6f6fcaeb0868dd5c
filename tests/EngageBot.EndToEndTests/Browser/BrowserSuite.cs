namespace EngageBot.EndToEndTests.Browser;

/// <summary>One browser for all that click through pages.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserSuite : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
