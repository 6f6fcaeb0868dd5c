using System.Text.RegularExpressions;
using EngageBot.EndToEndTests.Stories;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>The way from chat to the moderators' pages.</summary>
internal static partial class SignIn
{
    extension(Chromium chromium)
    {
        /// <summary>Somebody who has followed a link from chat.</summary>
        public async Task<Visit> SignedInAsync(Uri link, bool hasScripts = true, bool isDark = false, bool isPhone = false)
        {
            var visit = await chromium.VisitAsync(link, hasScripts, isDark, isPhone);
            await visit.OpenAsync(link.AbsolutePath);
            await visit.Button("Sign in now").ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
            return visit;
        }
    }

    public static async Task<Uri> LinkAsync(Town town) => new(Link().Match((await town.TypeAsync(Town.Moderator, "engage-mod", "dashboard")).Text).Value);

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/dashboard/enter/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();
}
