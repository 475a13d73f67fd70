import { fold } from '../fold.ts'

/*
 * Given names that are men's or women's alone, each where it is most at home. Names that are one's here and the other's there
 * (Andrea, Simone, Nicola, Kim) are in neither list; Jan, a woman's in English, is greeted without it as Ms.
 */
const mens = `Adam Adrian Alan Albert Alexander Alfred Andrew Anthony Archie Arthur Ben Benjamin Bernard Bill Brian Bruce Carl Charles
Christopher Colin Craig Daniel David Dennis Derek Donald Douglas Duncan Edgar Edmund Edward Edwin Eric Ernest Eugene Felix
Francis Franz Frederick Fritz Geoffrey George Georg Gerald Gerhard Gordon Graham Gregory Gunter Gustav Hans Harold Harry
Heinrich Heinz Helmut Henry Herbert Hermann Horst Howard Hugh Ian Jack Jacob Jacques James Jason Jeffrey Jens Jeremy Joachim
Johann John Jonathan Joseph Jorg Josef Juan Jurgen Karl Keith Kenneth Kevin Klaus Kurt Lawrence Leonard Leopold Louis Lukas
Malcolm Manfred Marcus Mark Matthew Matthias Max Michael Nathan Neil Nicholas Nigel Norbert Norman Oliver Oscar Otto Patrick
Paul Pedro Peter Philip Philippe Pierre Rainer Ralph Raymond Reginald Richard Robert Roger Roland Ronald Rudolf Rupert Russell
Samuel Sebastian Simon Stefan Stephen Steven Stuart Sven Theodore Thomas Timothy Tobias Ulrich Uwe Victor Vincent Walter Werner
Wilhelm William Winston Wolfgang Aaron Alastair Angus Barry Brandon Brendan Callum Clive Connor Declan Dominic Dylan Elliot
Ethan Gareth Gavin Glenn Isaac Jake Jim Joe Josh Joshua Ken Kieran Larry Leo Liam Martin Mathew Matt Mike Noah Pete Phil Rhys
Rob Ryan Scott Sean Shaun Shane Steve Ted Tim Toby Todd Tom Trevor Wayne Achim Alois Andreas Ansgar Anton Armin Arne Arno Axel
Bastian Benedikt Bernd Bernhard Bjorn Boris Burkhard Carsten Christoph Claus Clemens Detlef Dieter Dietmar Dietrich Dirk Dominik
Eberhard Erhard Erich Ernst Erwin Ewald Fabian Ferdinand Florian Friedhelm Friedrich Gernot Gert Gottfried Guido Gunther Hannes
Harald Hartmut Heiko Heiner Henning Holger Hubert Ingo Jochen Johannes Jonas Jorn Juergen Joerg Julius Karsten Kilian Konrad
Konstantin Lars Lothar Ludwig Lutz Maik Malte Mathias Maximilian Moritz Niels Niklas Nikolaus Nils Olaf Oskar Ralf Reinhard Rolf
Siegfried Steffen Stephan Thorsten Torsten Till Tilo Timo Udo Ulf Volker Waldemar Wilfried Winfried Alberto Alejandro Alessandro
Alessio Alfonso Alfredo Alvaro Andres Angelo Antoine Antonio Armando Arnaud Arturo Baptiste Bastien Benito Benoit Bernardo Bruno
Carlo Carlos Christophe Ciro Claudio Cristobal Damien Danilo Dario Davide Diego Domenico Edoardo Eduardo Emilio Enrico Enrique
Enzo Ernesto Esteban Etienne Eugenio Fabien Fabio Fabrice Fabrizio Federico Felipe Fernando Filippo Flavio Francesco Francisco
Franck Franco Francois Frederic Gaetano Georges Gerardo Giacomo Gianfranco Gianluca Gianni Gilles Gino Giorgio Giovanni Giuliano
Giulio Giuseppe Gonzalo Guillaume Guillermo Gustavo Henri Herve Hugo Humberto Ignacio Jacopo Jaime Javier Jerome Joao Joaquin
Jordi Jorge Julien Julio Laurent Leonardo Lorenzo Luc Luca Luciano Lucien Ludovic Luigi Luis Manuel Marc Marcel Marcello Marcelo
Marco Marcos Mariano Mario Massimo Mathieu Matteo Mattia Mauricio Maurizio Mauro Miguel Nicolas Nuno Octavio Olivier Pablo Paolo
Pasquale Patricio Paulo Pietro Piero Rafael Raffaele Ramon Raul Renzo Ricardo Riccardo Roberto Rocco Rodrigo Romain Ruben
Salvatore Santiago Sergio Silvio Stefano Sylvain Thibault Thierry Tiago Tommaso Ugo Umberto Valentin Valerio Vicente Vincenzo
Vittorio Xavier Yves Aage Adriaan Anders Arjen Arvid Bart Bas Bengt Bram Cees Daan Erik Espen Fredrik Geert Gerrit Gijs Gunnar
Hakan Halvor Hendrik Henk Henrik Herman Ivar Jaap Jakob Jan Jeroen Jesper Johan Joost Joop Jorgen Jos Juha Jukka Kasper Kees
Kjell Klaas Knud Knut Koen Kristian Kristoffer Leif Maarten Magnus Markus Martijn Mats Mikael Mikko Mogens Morten Niek Olav Ove
Per Petter Piet Pieter Pim Poul Ragnar Rasmus Roel Ruud Sander Sjoerd Soren Staffan Stig Stijn Sverre Terje Thijs Thor Tjeerd
Torbjorn Trond Wim Wouter Aleksander Aleksei Alexandru Alexei Andrei Andrej Andrzej Arkadiusz Artur Attila Balazs Bartosz Bogdan
Bojan Csaba Dariusz Dmitri Dmitry Dragan Dusan Ferenc Filip Frantisek Gabor Georgi Grigory Grzegorz Gyorgy Gyula Henryk Igor
Ilija Ilya Istvan Ivan Jacek Jakub Janos Janusz Jaroslav Jaroslaw Jerzy Jindrich Jiri Josip Jozef Jozsef Kamil Karel Karoly
Kazimierz Krzysztof Ladislav Laszlo Leszek Lubomir Lukasz Maciej Marcin Marek Mariusz Marko Mateusz Michal Mihai Mikhail Milan
Milos Miroslav Miroslaw Mladen Nikolai Oleg Oleksandr Ondrej Pavel Pawel Petr Piotr Predrag Przemyslaw Radek Rafal Ryszard
Sandor Sergei Sergey Slobodan Sorin Stanislav Stanislaw Stepan Szymon Tadeusz Tamas Teodor Tibor Tomas Tomasz Tomislav Vaclav
Vasile Vladimir Vladislav Vojtech Volodymyr Wojciech Yuri Zbigniew Zdenek Zoltan Zoran Abdullah Ahmad Ahmed Ali Amir Apostolos
Arjun Athanasios Bilal Burak Cem Dimitrios Emre Erdem Fatih Ferhat Georgios Hamza Hasan Hassan Hiroshi Huseyin Hussein Ibrahim
Imran Ioannis Ismail Jamal Kemal Kenji Kerem Khalid Konstantinos Mahmoud Mehmet Mohamed Mohammad Mohammed Muhammad Murat Mustafa
Nikolaos Omar Onur Osman Panagiotis Rachid Rahul Rajesh Rashid Ravi Samir Sanjay Serkan Sinan Sunil Suresh Takashi Tarek Vijay
Vikram Volkan Yusuf Андрей Алексей Борис Виктор Владимир Дмитрий Иван Игорь Кирилл Максим Михаил Николай Олег Павел Роман Сергей
Юрий Γιώργος Γεώργιος Δημήτρης Ιωάννης Κωνσταντίνος Νίκος Παναγιώτης`

const womens = `Abigail Agnes Alice Alicia Alison Amanda Amelia Amy Angela Anita Ann Anna Annabel Anne Annette Annie Antonia Audrey Barbara
Beatrice Bernadette Bertha Bethany Betty Brenda Bridget Carla Carol Caroline Catherine Cathy Cecilia Charlotte Chloe Christina
Christine Claire Clara Constance Cynthia Danielle Deborah Debbie Denise Diane Donna Doris Dorothy Edith Eileen Elaine Eleanor
Eliza Elizabeth Ella Ellen Ellie Elsie Emily Emma Erica Esther Eva Felicity Fiona Frances Francesca Freya Gabriella Gemma
Georgina Geraldine Gillian Gina Gladys Gloria Gwen Hannah Harriet Helen Henrietta Imogen Irene Isabel Isabella Isabelle Isla
Jacqueline Jane Janet Janice Jemima Jennifer Jenny Jessica Jill Joan Joanna Joanne Josephine Joyce Judith Judy Julia Juliana
Julie Juliet Karen Kate Katherine Kathleen Kathryn Kathy Katie Kirsten Kirsty Laura Lauren Leah Leanne Lillian Linda Lisa Liz
Lorna Lorraine Louisa Louise Lucille Lucinda Lucy Lydia Lynda Lynne Mabel Madeleine Maggie Mandy Margaret Maria Marian Marie
Marilyn Marjorie Martha Mary Matilda Maureen Maxine Maya Megan Melanie Melissa Michelle Mildred Millie Miranda Miriam Moira
Molly Monica Muriel Nadia Nancy Naomi Natalie Natasha Nina Nora Norma Olivia Pamela Patricia Paula Pauline Peggy Penelope
Philippa Phoebe Phyllis Polly Rachel Rebecca Rita Roberta Rosalind Rosemary Rosie Ruth Sally Samantha Sandra Sara Sarah Sheila
Sinead Siobhan Sonia Sophia Sophie Stella Stephanie Sue Susan Susanna Suzanne Sylvia Tamara Tania Tara Teresa Tessa Thelma
Theresa Tiffany Tina Tracey Tracy Ursula Valerie Vanessa Vera Veronica Vicky Vivienne Wanda Wendy Winifred Yvonne Zara Zoe
Adelheid Amalia Amelie Anette Angelika Anja Anke Anneliese Annegret Annemarie Annika Antje Astrid Barbel Beate Bettina Bianca
Birgit Brigitte Britta Carina Carola Christa Christel Christiane Claudia Constanze Cordula Cornelia Dagmar Daniela Doreen
Dorothea Edeltraud Elfriede Elisabeth Elke Elsa Emilia Erika Evelin Franziska Frauke Frieda Gabi Gerda Gerlinde Gertrud Gisela
Greta Gudrun Hanna Hannelore Hedwig Heidi Heike Helene Helga Henrike Hermine Hildegard Ida Ilona Ilse Imke Ines Inge Ingeborg
Ingrid Irina Irma Irmgard Jana Janina Johanna Josefine Jutta Karin Karina Karla Karoline Katharina Kathrin Katja Katrin Kerstin
Klara Kornelia Kristina Lara Larissa Lea Lena Leonie Lieselotte Lina Lotte Luise Magdalena Manuela Mareike Margarete Margit
Margot Marianne Marina Marion Marita Marlene Marlies Marta Mathilde Mechthild Melina Michaela Mirjam Monika Nadine Natalia Nele
Nicole Petra Pia Ramona Rebekka Regina Renate Roswitha Sabine Sabrina Saskia Sibylle Sieglinde Sigrid Silke Silvia Sofie Sonja
Stefanie Steffi Susanne Svenja Tabea Tanja Tatjana Ulla Ulrike Ute Verena Veronika Viktoria Waltraud Wiebke Wilhelmine Yvette
Adriana Agathe Agnese Alejandra Alessandra Alessia Aline Amandine Ana Anais Antonella Antonietta Assunta Aude Aurelie Beatriz
Begona Blanca Camila Camilla Candela Carmela Carmen Carolina Catarina Caterina Cecile Celia Celine Chantal Chiara Christelle
Clemence Colette Concepcion Concetta Consuelo Corinne Cristina Delphine Dolores Donatella Elena Eleonora Eliane Elisa Elise
Elodie Elvira Emilie Emmanuelle Enrica Estelle Eugenia Fabienne Fabiola Fatima Federica Fernanda Filipa Flavia Francine
Francisca Francoise Gabriela Gaelle Genevieve Ghislaine Ginette Giorgia Giovanna Giulia Giuliana Giuseppina Grazia Graziella
Guadalupe Helena Ilaria Inmaculada Jeanne Jeannine Joana Joelle Josefa Josefina Josette Juana Justine Karine Laetitia Leticia
Lidia Liliana Lorena Lorenza Lourdes Lucia Lucie Ludivine Luisa Magali Manon Marcela Marcelle Margarida Margarita Margaux
Margherita Marguerite Mariana Marielle Marisa Marisol Marthe Martina Michela Milagros Mireille Mirella Monique Montserrat Myriam
Nathalie Nicoletta Noelia Noemi Nuria Odette Odile Olga Ornella Paola Patrizia Paulette Paulina Pilar Raffaella Raquel Rocio
Rosanna Sandrine Serena Severine Silvana Simona Solange Soledad Stefania Susana Sylvie Therese Tiziana Valentina Valeria
Veronique Vincenza Virginie Viviana Vittoria Yolanda Agneta Aino Annelies Anneke Berit Bente Bodil Britt Ebba Elin Femke Frida
Gitte Greetje Gunilla Hanne Heleen Helle Hilde Inger Ingvild Jette Joke Jytte Kaarina Katarina Katrine Kirsi Laila Leena Lene
Lieke Liisa Linnea Lisbeth Maaike Malin Marieke Marijke Marit Marja Marleen Mette Mieke Nienke Pernille Pirkko Ragnhild Riitta
Rikke Sanne Signe Silje Sissel Solveig Tiina Trine Turid Unni Vibeke Agata Agnieszka Aleksandra Alena Alina Anastasia Barbora
Beata Bozena Danuta Darya Dominika Dorota Edyta Ekaterina Elzbieta Erzsebet Eszter Ewa Ewelina Galina Grazyna Halina Hana Ildiko
Ioana Irena Iryna Ivana Iwona Jadwiga Jarmila Jelena Jitka Jolanta Karolina Katalin Katarzyna Kateryna Katerina Kinga Krisztina
Krystyna Ksenia Lenka Ludmila Lyudmila Malgorzata Marija Mariola Marketa Martyna Mihaela Milena Miroslava Nadezhda Natalya
Nevena Oana Oksana Olena Orsolya Patrycja Radka Renata Snezana Svetlana Sylwia Tatiana Tereza Timea Urszula Vesna Weronika
Wieslawa Yelena Yulia Zofia Zsofia Zsuzsanna Zuzana Aisha Amina Asha Ayse Ayesha Aylin Dilek Dimitra Ebru Eirini Elif Emine
Evangelia Farah Fatma Filiz Hatice Ioanna Jamila Keiko Khadija Lakshmi Layla Leyla Maryam Meryem Naoko Neha Ozlem Pinar Pooja
Priya Samira Sibel Sunita Vasiliki Yasemin Yasmin Yoko Zainab Zehra Zeynep Александра Алина Анастасия Анна Валентина Вера
Виктория Галина Дарья Евгения Екатерина Елена Ирина Ксения Лариса Людмила Марина Мария Надежда Наталья Оксана Ольга Полина
Светлана Татьяна Юлия Яна Ελένη Μαρία Σοφία Αικατερίνη Άννα`

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(fold))

const names = { ms: wordsOf(mens), mr: wordsOf(womens) }

/** Whether a given name is not that of who is addressed so: behind "Mrs" it is her husband's, as in Mrs John Smith, or one of the two is wrong. */
export const isOthersName = (whom: 'ms' | 'mr', given: string): boolean =>
  names[whom].has(fold(given.split(/[-‐\s]/)[0]!))
