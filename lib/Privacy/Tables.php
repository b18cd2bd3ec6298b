<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Privacy;

/** Every table of the app. A test fails when a schema step creates one that is not declared here. */
final class Tables {
	/** @return list<Table> rows that belong to another table's come before those */
	public function all(): array {
		return [
			...$this->ofTours(), ...$this->ofAdventure(), ...$this->ofConnections(), ...$this->ofRuns(),
			...$this->ofSurveys(), ...$this->ofReports(),
			...$this->ofPublisher(), ...$this->ofRegistry(), ...$this->ofCollector(),
		];
	}

	/** @return list<Table> */
	private function ofTours(): array {
		return [
			new Table(
				'compagnon_tour_progress',
				'Goes on with a tour where the person left it, and does not offer one again that was answered.',
				'The person. Nobody else, not even whoever looks after the space.',
				'As long as the account, or until the person erases it.',
				'user_id',
				['tour', 'state', 'step', 'quiet_until', 'updated_at'],
			),
			new Table(
				'compagnon_missing_target',
				'Tells whoever looks after the space which targets of tours members do not find: how often, and on what day last. Nobody’s name.',
				'Whoever looks after the space.',
				'Until the tour check finds the target again. What was not missed for 90 days goes the next time that somebody looks or something is counted.',
				null,
				[],
			),
		];
	}

	/** @return list<Table> */
	private function ofAdventure(): array {
		return [
			new Table(
				'compagnon_adventure_move',
				'Tells the person the story from where they are in it: what they chose, and which quests are done.',
				'The person. Nobody else, not even whoever looks after the space.',
				'Until the person begins the story again or erases it, at the latest as long as the account.',
				null,
				['game', 'number', 'kind', 'subject', 'object', 'at'],
				parent: ['column' => 'game', 'table' => 'compagnon_adventure_game'],
			),
			new Table(
				'compagnon_adventure_game',
				'Goes on with a story where the person left it, and knows which quest is open.',
				'The person. Nobody else, not even whoever looks after the space.',
				'Until the person begins the story again or erases it, at the latest as long as the account.',
				'user_id',
				['id', 'story', 'version', 'count', 'quest', 'level', 'started_at', 'updated_at'],
			),
		];
	}

	/** @return list<Table> */
	private function ofConnections(): array {
		return [
			new Table(
				'compagnon_transfer_account',
				'Reads from the person’s account at a provider what is to be moved. The tokens are sealed.',
				'The person: name and state of the account. Nobody reads the tokens.',
				'Until the account is disconnected, at the latest a day after the end of its last move, or a week while one rests; that erases the tokens at once, here and at the provider.',
				'user_id',
				['source', 'state', 'label', 'created_at', 'updated_at'],
			),
			new Table(
				'compagnon_transfer_map',
				'Knows which file here is the copy of what, so that a second move brings only what is new and old links lead to the copy.',
				'The person.',
				'As long as the account, or until the person erases it.',
				'user_id',
				['origin', 'file_id', 'size', 'stored_at'],
			),
		];
	}

	/** @return list<Table> */
	private function ofRuns(): array {
		return [
			new Table(
				'compagnon_transfer_item',
				'Brings each file once and whole, and says of each what became of it.',
				'The person whose files they are. Who began a move for them sees totals, no names.',
				'90 days after the report, or after the last touch of a move that was never started; or until the person erases it.',
				null,
				['run_id', 'kind', 'state', 'name', 'source_path', 'size', 'modified_at', 'target_folder', 'target_name', 'code', 'link', 'people'],
				parent: ['column' => 'run_id', 'table' => 'compagnon_transfer_run'],
			),
			new Table(
				'compagnon_transfer_run',
				'Goes on with a move where it stopped, and keeps its report.',
				'The person; totals and problems also whoever began the move for them.',
				'As long as the account, or until the person erases the move.',
				'user_id',
				['id', 'started_by', 'source', 'state', 'phase', 'options', 'totals', 'created_at', 'started_at', 'finished_at'],
				mentions: ['started_by'],
			),
		];
	}

	/** @return list<Table> */
	private function ofSurveys(): array {
		return [
			new Table(
				'compagnon_survey_consent',
				'Proves who said yes to surveys and figures in the name of the space, when, and to which words.',
				'Whoever looks after the space. Every member sees what was decided and when, not by whom.',
				'As long as the app: it is the proof. With the account of whoever decided, their name goes and the decision stays.',
				null,
				['decided_at', 'surveys', 'figures', 'left_out', 'notice', 'version'],
				mentions: ['decided_by'],
			),
			new Table(
				'compagnon_survey_token',
				'Lets the space send one report each, without the observatory knowing which space it is from. Sealed.',
				'Nobody.',
				'Until it is used, at the latest until the survey is over.',
				null,
				[],
			),
			new Table(
				'compagnon_survey_roll',
				'Takes one answer of each member and survey: a mark that only a key of the survey can make again, and that key, sealed. Not what was answered.',
				'Nobody.',
				'Until the survey is over: the key is destroyed then, and the marks go. A person’s marks go with their account.',
				null,
				[],
			),
		];
	}

	/** @return list<Table> */
	private function ofReports(): array {
		return [
			new Table(
				'compagnon_survey_queue',
				'Keeps sealed reports until the observatory has them, and withdrawals until it has answered. Days, no times, nobody’s name.',
				'Nobody: only the observatory can open a report.',
				'Until it is sent, at the latest two weeks after its quarter; a withdrawal 400 days at most.',
				null,
				[],
			),
			new Table(
				'compagnon_survey_sent',
				'Shows what left the space: figures word for word, of answers only that there was one, and on which day.',
				'Every member.',
				'As long as the app: what left can be looked up later.',
				null,
				[],
			),
			new Table(
				'compagnon_survey_figures',
				'Measures the space once a quarter and no more, as bands.',
				'Every member, before they leave and afterwards.',
				'As long as the app.',
				null,
				[],
			),
		];
	}

	/** @return list<Table> of an observatory; empty in every other space */
	private function ofPublisher(): array {
		return [
			new Table(
				'compagnon_publisher_survey',
				'Asks the same of everybody: what, from when to when, and what was published of it. Nobody’s name.',
				'Everybody.',
				'As long as the observatory.',
				null,
				[],
			),
			new Table(
				'compagnon_publisher_release',
				'The published results of surveys: counts that were rounded, with none under eleven. Nobody’s name.',
				'Everybody.',
				'For good: a release never changes, and each names the one before.',
				null,
				[],
			),
			new Table(
				'compagnon_publisher_catalogue',
				'Proves that every space was shown the same: each catalogue names the hash of the one before. Nobody’s name.',
				'Everybody.',
				'As long as the observatory.',
				null,
				[],
			),
		];
	}

	/** @return list<Table> */
	private function ofRegistry(): array {
		return [
			new Table('compagnon_registry_host', 'Knows which hosts vouch for their spaces. Nobody’s name.', 'Whoever looks after the observatory.', 'Until the host is removed.', null, []),
			new Table(
				'compagnon_registry_space',
				'Lets real spaces take part, and each once: key, day of enrolment, its host or its address. Nothing that could be joined to a report.',
				'Whoever looks after the observatory.',
				'Until the space enrols anew, or as long as the observatory.',
				null,
				[],
			),
			new Table(
				'compagnon_registry_issue',
				'Gives each space its tokens once for each survey, as many as any other, used or not. The tokens themselves are blind: nobody here knows them.',
				'Nobody; how many there are is published.',
				'Until the raw reports of the survey are erased, three months after it was counted.',
				null,
				[],
			),
			new Table('compagnon_registry_nonce', 'Lets no message of a space count twice. A hash.', 'Nobody.', 'A quarter of an hour, and then until the next message.', null, []),
		];
	}

	/** @return list<Table> */
	private function ofCollector(): array {
		return [
			new Table(
				'compagnon_collector_report',
				'Counts what was sent, once, and erases it for whoever knows its secret. No name, no space, no address, no time but the day.',
				'Nobody reads a report by itself; whoever looks after the observatory reads words of one’s own to summarise them.',
				'Three months after the survey was counted. What was withdrawn is erased at once; that its token is spent stays until then.',
				null,
				[],
			),
			new Table('compagnon_collector_refusal', 'Holds a flood off: how many bodies were refused in a minute. Nobody’s address.', 'Nobody.', 'An hour, and then until the next refusal.', null, []),
		];
	}
}
