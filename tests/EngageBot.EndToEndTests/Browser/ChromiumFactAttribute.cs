namespace EngageBot.EndToEndTests.Browser;

/// <summary>A test that clicks through pages: skipped, with the reason, where there is no Chromium.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "There is no Chromium (apt-get install chromium).";
        }
    }
}
