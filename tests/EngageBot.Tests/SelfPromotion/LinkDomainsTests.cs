using EngageBot.SelfPromotion;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.SelfPromotion;

public sealed class LinkDomainsTests
{
    [Theory]
    [InlineData("https://www.Example.ORG/a?b#c", "example.org")]
    [InlineData("http://blog.shop.example.co.uk:8080/x", "example.co.uk")]
    [InlineData("https://ada.github.io/robot", "ada.github.io")]
    [InlineData("https://www.github.io/robot", "github.io")]
    [InlineData("https://user:pass@evil.example@real.example/x", "real.example")]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    [InlineData("https://日本語.jp/", "xn--wgv71a119e.jp")]
    [InlineData("http://192.0.2.7/x", "192.0.2.7")]
    [InlineData("https://example.org.", "example.org")]
    [InlineData("https://example.org\\@other.example", "example.org")]
    [InlineData("https://localhost/x", null)]
    [InlineData("https://a..b/x", null)]
    [InlineData("https://exa mple", null)]
    [InlineData("https:///x", null)]
    [InlineData("https://-%00-.example", null)]
    public void A_link_leads_to_whoever_registered_its_domain(string link, string? domain) => Assert.Equal(domain, LinkDomains.OfLink(link));

    [Fact]
    public void Each_domain_of_a_text_is_named_once() => Assert.Equal(
        ["example.org", "example.com"],
        LinkDomains.Of("see https://example.org/a, https://www.example.org/b and <https://example.com/c>; not example.net"));

    [Fact]
    public void A_list_of_links_is_cut() =>
        Assert.Equal(LinkDomains.Most, LinkDomains.Of(string.Join(' ', Enumerable.Range(0, 50).Select(number => $"https://site{number}.example"))).Count);

    [Fact]
    public void No_link_is_too_odd() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
            LinkDomains.Of("https://" + text.Get + ".example http://" + text.Get).All(domain => domain.Length <= 300 && domain.All(character => character is '.' or '-' or '_' || char.IsAsciiLetterOrDigit(character)))));
}
