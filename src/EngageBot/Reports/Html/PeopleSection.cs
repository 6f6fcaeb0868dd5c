using EngageBot.Charts;
using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>Who answers whom, who holds people together, and how many only broadcast.</summary>
internal static class PeopleSection
{
    private const int PairsShown = 20;
    private const string Somebody = "someone";

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        var network = report.Figures.Network;
        if (network.Pairs == 0)
        {
            html.Say("p", "Nobody has replied to anybody yet.", ("class", "quiet"));
        }
        else
        {
            WriteReciprocity(html, network);
            WriteNetwork(html, network);
            WriteConnectors(html, network.Connectors);
        }

        WriteBroadcasters(html, report.Figures.Broadcasters);
    }

    private static void WriteReciprocity(HtmlWriter html, Network network)
    {
        using (html.In("p"))
        {
            html.Text($"{Words.People(network.People)} {(network.People == 1 ? "takes" : "take")} part in replies. ");
            html.Defined(Definitions.Reciprocity, Findings.Reciprocity(network)!.ToString()).Text(".");
        }
    }

    private static void WriteNetwork(HtmlWriter html, Network network)
    {
        if (network.People >= NetworkPicture.FewestPeople)
        {
            html.Chart(Chart(network), "network");
        }

        using var fold = html.In("details", ("class", "more"));
        html.Say("summary", network.Pairs == 1 ? "The pair" : network.Pairs <= PairsShown ? $"The {network.Pairs} pairs" : $"The {PairsShown} pairs who reply to each other most");
        DataTable.Write(html, "Replies between two people", network.StrongestPairs.Take(PairsShown),
        [
            new("One", pair => pair.One.Name, IsName: true),
            new("The other", pair => pair.Other.Name, IsName: true),
            new("One replied", pair => Times(pair.OneToOther)),
            new("The other replied", pair => Times(pair.OtherToOne)),
        ]);
    }

    private static string Times(int count) => Words.Counted(count, "time");

    private static NetworkChart Chart(Network network) => NetworkPicture.Of(
        network, "Who answers whom", "Those who exchange most replies. Colours are groups that mostly talk among themselves", person => person.Name == Somebody ? null : person.Name);

    private static void WriteConnectors(HtmlWriter html, IReadOnlyList<PersonFigures> connectors)
    {
        if (connectors.Count == 0)
        {
            return;
        }

        html.Say("h3", "Connectors");
        using (html.In("p"))
        {
            html.Text("These people exchange replies with others who do not talk to one another. Who could introduce somebody? ")
                .Defined(Definitions.Connector, "How this is counted").Text(".");
        }

        using var list = html.In("ol", ("class", "panel connectors"));
        foreach (var person in connectors)
        {
            using (html.In("li"))
            {
                html.Name(person.Name).Text($" holds together about {Words.People((long)Math.Round(person.Bridging))} who do not talk to one another")
                    .Say("span", $"{Words.Counted(person.Contacts, "contact")}, {Replies(person.RepliesGiven)} given, {Words.Number(person.RepliesReceived)} received", ("class", "quiet"));
            }
        }
    }

    private static string Replies(int count) => Words.Counted(count, "reply", "replies");

    private static void WriteBroadcasters(HtmlWriter html, int broadcasters)
    {
        using (html.In("p"))
        {
            html.Text(broadcasters == 0 ? "Nobody is a " : broadcasters == 1 ? "One person is a " : $"{Words.Number(broadcasters)} people are ");
            html.Defined(Definitions.Broadcaster, broadcasters < 2 ? "broadcaster" : "broadcasters");
            html.Text(broadcasters == 0 ? "." : ": announcing often, answering nobody.");
        }
    }
}
