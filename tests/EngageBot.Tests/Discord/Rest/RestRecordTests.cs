using System.Reflection;
using System.Text.RegularExpressions;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Tests.Architecture;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>
/// Calls every method of the client once with all it can say. The record of that is held against Discord's own description of its API by the test run, where
/// the tool for it is there.
/// </summary>
public sealed partial class RestRecordTests
{
    [Fact]
    public async Task Every_method_of_the_client_is_in_the_record()
    {
        await using var server = await RestServer.StartAsync();
        var methods = typeof(DiscordRestClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name);
        Assert.Equal(methods.Except(["Dispose"]).Order(StringComparer.Ordinal), RestTour.Steps.Keys.Order(StringComparer.Ordinal));

        foreach (var (method, step) in RestTour.Steps)
        {
            var before = server.Rest.Record.Lines.Count;
            await server.PassTimeAsync(step(server)); // more calls than a second allows
            Assert.True(server.Rest.Record.Lines.Count > before, $"{method} is not in the record");
        }

        var routes = Repository.Files("EngageBot.Discord")
            .SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .Select(route => $"{route.Groups["method"].Value.ToUpperInvariant()} {route.Groups["template"].Value}");
        Assert.Empty(routes.Except(server.Rest.Calls.Select(call => call.ToString())));
        Assert.DoesNotContain(server.Rest.Record.Lines, line => line.Contains("\"status\":4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_holds_refusals_and_limits_as_well()
    {
        await using var server = await RestServer.StartAsync();
        server.World.Denied[server.Channel] = Permissions.SendMessages;
        server.Rest.FailNext(RestServer.Create, new TestKit.FakeDiscord.FakeRestFault.TooManyRequests(RateLimitScope.Shared, TimeSpan.FromSeconds(1)));

        await server.PassTimeAsync(server.SayAsync("hello"));

        Assert.Contains(server.Rest.Record.Lines, line => line.Contains("\"status\":429", StringComparison.Ordinal));
        Assert.Contains(server.Rest.Record.Lines, line => line.Contains("\"status\":403", StringComparison.Ordinal));
    }

    [GeneratedRegex("Route\\.(?<method>Get|Post|Put|Patch|Delete)\\(\\s*\"(?<template>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Named();
}
